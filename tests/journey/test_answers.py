from datetime import UTC, datetime, timedelta

from amends.journey import Answers, Change, Exercise, Field, Row, Version, changes, feeds

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def answers(**values: str) -> Answers:
    return Answers("own/incident").with_version(values, NOW)


def test_every_version_is_kept() -> None:
    kept = answers(act="I shouted").with_version({"act": "I threw a cup"}, LATER)

    assert kept.versions == (
        Version(NOW, {"act": "I shouted"}),
        Version(LATER, {"act": "I threw a cup"}),
    )
    assert kept.values == {"act": "I threw a cup"}


def test_the_record_it_came_from_stays_as_it_was() -> None:
    before = answers(act="I shouted")

    before.with_version({"act": "I threw a cup"}, LATER)

    assert len(before.versions) == 1


def test_unchanged_answers_make_no_new_version() -> None:
    kept = answers(act="I shouted").with_version({"act": "I shouted"}, LATER)

    assert len(kept.versions) == 1
    assert kept.looked_at == LATER


def test_it_knows_when_the_answers_were_last_kept() -> None:
    assert Answers("own/incident").seen is None
    assert answers(act="I shouted").seen == NOW
    assert answers(act="I shouted").with_version({"act": "I shouted"}, LATER).seen == LATER


def test_earlier_versions_come_newest_first() -> None:
    kept = answers(act="a").with_version({"act": "b"}, LATER).with_version({"act": "c"}, LATER)

    assert [version.values["act"] for version in kept.earlier] == ["b", "a"]
    assert answers(act="a").earlier == ()
    assert Answers("own/incident").earlier == ()


def test_it_shows_what_changed_between_two_versions() -> None:
    older = Version(NOW, {"act": "I shouted", "cost": "Sleep"})
    newer = Version(LATER, {"act": "I threw a cup", "cost": "Sleep", "left_out": "The cup"})

    assert changes(older, newer) == [
        Change("act", "I shouted", "I threw a cup"),
        Change("left_out", "", "The cup"),
    ]


def test_it_shows_what_was_taken_back() -> None:
    assert changes(Version(NOW, {"act": "I shouted"}), Version(LATER, {})) == [
        Change("act", "I shouted", "")
    ]


def asking(source: str) -> Exercise:
    field = Field("line", "Which line?", source=source)
    return Exercise("own/apology", "own", "Parts", (7,), 20, (field, Field("b", "B")), "Words.")


def test_a_field_shows_an_earlier_answer() -> None:
    assert feeds(asking("own/incident.act"), [answers(act="I shouted")]) == {"line": ["I shouted"]}


def test_a_field_shows_the_latest_version() -> None:
    kept = answers(act="I shouted").with_version({"act": "I threw a cup"}, LATER)

    assert feeds(asking("own/incident.act"), [kept]) == {"line": ["I threw a cup"]}


def test_a_field_shows_earlier_rows_or_one_column_of_them() -> None:
    rows: list[Row] = [{"day": "2026-03-01", "line": "I left"}, {"day": "2026-03-02"}]
    kept = Answers("own/incident").with_version({"others": rows}, NOW)

    assert feeds(asking("own/incident.others"), [kept]) == {"line": rows}
    assert feeds(asking("own/incident.others.line"), [kept]) == {"line": ["I left"]}


def test_nothing_is_shown_where_nothing_was_answered() -> None:
    assert feeds(asking("own/incident.act"), []) == {}
    assert feeds(asking("own/incident.act"), [answers(cost="Sleep")]) == {}
    assert feeds(asking("own/incident.act"), [Answers("own/incident")]) == {}
    assert feeds(asking(""), [answers(act="I shouted")]) == {}
