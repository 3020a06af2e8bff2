"""The words of the pages for two: which keys each file holds, and what its sentences leave open.

A page that misses one of them cannot be shown, so each is asked for. What a file holds besides is
left alone, but for a table with `!`, which its page takes as it is.
"""

FILES = {
    "alone.toml": """
        title line invited
        page[]: page title line""",
    "checkin.toml": """
        title lead minutes# lines[] begin release keep over skip until{time} clock again write
        only_you they_see they_see_older read theirs theirs_none before week{day} mine they
        part[]: id title line
        safe: who ask low middle high line heard keep none kept{value} earlier
        safe: earlier_line{first,last} fear""",
    "closer.toml": """
        title lead lines[] take deck any answer answer_hint keep change skip waits waits_for_you
        missing before return again mine theirs none""",
    "compromise.toml": """
        title lead lines[] wait now_you end end_line
        matter: title about about_hint lasting stays button missing
        need: title line button shown missing
        ways: title line button shown missing
        needs: title mine theirs
        tick: title line button
        choose: title line button none again
        agree: title mine button
        trial: title
        look: title line button missing after keep change drop
        over: title line""",
    "dates-page.toml": """
        title lead alone device_free
        plan: title exciting{minutes,wished} calm else choose day both{what} back cost{cost}
        chosen: title take_out tell
        invite: button hint shown yes another_day move take_back no
        invited: title line yes another_day rather_not waits told
        after: title line not_done
        noted: title take_out
        wishes: title budget energy place children minutes minutes_hint south button
        energy: low middle high
        place: home near out
        children: fine asleep away
        own: title name line minutes cost energy place exciting button list take_out missing
        hurt: title line label button""",
    "early-signs.toml": """
        title lead lines[] week{day} unsure keep kept other empty go change agreed no_step
        drift{recent,day,best} danger help""",
    "ground-rules.toml": """
        title lead lines[] own own_hint button both none waits waits_for_you change change_hint
        take_back
        part[]!: id title line""",
    "hours.toml": """
        title lead lines[] button change change_hint both none waits waits_for_you
        group[]: title
        group[].options[]!: id title""",
    "interests-page.toml": """
        title lead lines[] button change change_hint both none waits waits_for_you left_out hurt
        wrote dates""",
    "listening.toml": """
        title lead lines[]
        part[]: id title line
        mirror[]: line
        thanks[]: line
        time_out: agreed{time} meanwhile remind back{time}
        flooding: ask low middle high own line from#
        buttons: agree spoken mirrored got-it nearly swap enough back time-over
        propose: title topic topic_hint minutes first me them screen screen_hint button missing
        propose: waits asked at_one no
        shown: speaks{name} says_back{name} speaks_me speaks_them says_back_me says_back_them
        shown: breath until{time} heard_one heard_many{number} ended again before own_thanks""",
    "memories.toml": """
        title lead first lines[]
        write: title words words_hint when when_hint year month day unknown picture picture_hint
        write: keep change change_title missing no_day too_large no_picture full
        who: mine given behind theirs show show_line again take_back delete delete_line more
        who: more_theirs
        away: put line title_one title_many{number} tied back
        not_now: lead line open
        shown: some_time picture_of""",
    "noticed.toml": """
        title lead alone what what_hint on button missing list earlier empty take_out evidence
        thanks: title line lines[]
        theirs: title line""",
    "ours.toml": """
        title about
        alone: lead invite accept alone_first unsure ended
        invited: lead code
        waiting: lead line
        comparing: lead line same
        open: lead line wanted take_out take_in go
        pass: lead line button
        leave: lead line taking button rest rest_line gone
        closed: lead line tool
        phase: lead line""",
    "phrase.toml": "words[256]",
    "promises.toml": """
        title lead lines[] vague[]
        new: title what what_hint by shown_by shown_by_hint only_you button plenty
        problem: what by on told words
        smaller: title long vague{word} far unseen yours as_is
        own: running none over only_you they_see they_see_older show show_end show_line hide delete
        own: due
        end: title done told missed on instead instead_hint keep keep_and_show change
        outcome: kept late_one late_many{n} missed told open
        weeks: title lead late about week what none
        untruth: title line words words_hint true button help link show
        theirs: title none untruth seen seen_line so not_so not_sure words keep""",
    "reconciliation.toml": """
        title lead lines[] compare
        part[]: id title line""",
    "surprises-page.toml": """
        title lead alone
        today: title day yes no because ask
        planned: title line done leave
        done: title line show hint shown take_back
        likes: title empty what what_hint kind how on button missing take_out became
        kind: food music place help words rest play any
        how: said seen guessed
        known: said{month} seen{month} guessed
        less: title asked talked cost costs[3] pressure pressures[3] button""",
    "tools.toml": "tool[]!: id page title line",
    "triggers.toml": """
        title lead lines[] empty shared_empty near{day} helps helps_hint helps_not helps_not_hint
        mine theirs answered{line} answered_at{time} answered_me{line} answer_title answer_line
        answer_back new kind day place sound what what_hint first last yearly add edit missing
        turned only_you they_see they_see_older share show_line show_day show_what show hide delete
        truth truth_link fear
        script: title lead after
        part[]: title line
        response[]: id line""",
}
"""For each file its tables, `[]` where there are several, with their keys; above them its own keys.

Behind a key stand `[]` (a list of texts), `[3]` (of three), `#` (a number), and what it leaves open
in braces.
"""
IDS = {
    ("listening.toml", "part"): ("speak", "mirror", "check", "fix", "swap", "pause"),
    ("reconciliation.toml", "part"): ("cause", "different", "know"),
}
"""Tables that a page looks for by their id."""
