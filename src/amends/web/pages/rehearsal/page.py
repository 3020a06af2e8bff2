"""One scene to rehearse: a moment, a reply, what it does; one line at the end can be kept."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import Effect, End, Node, Rehearsed, Scene, load_scenes
from amends.web.content import LANGUAGE, rules, words
from amends.web.guard import Request
from amends.web.scenes import LONGEST, HeardReply, heard, offered

PATH = "rehearsals/<slug:scene>/"
MOST_LEARNT = 300
"""Characters: one line."""


@dataclass(frozen=True)
class Replied:
    """What was replied at a moment, and what it does; `heard` where the words were one's own."""

    at: Node
    say: str
    effect: Effect
    heard: HeardReply | None = None


def view(request: Request, scene: str) -> HttpResponse:
    """Show a moment of the scene, after a reply also what it did; or keep what was learnt."""
    found = next((one for one in load_scenes(LANGUAGE) if one.name == scene), None)
    if found is None:
        raise Http404
    if found not in offered(request.vault, timezone.now()).scenes:
        return render(request, "paused.html", {"text": words("questions")["paused"]})
    if request.POST.get("action") == "keep":
        return _kept(request, found)
    here = found.node(request.POST.get("at", "")) or found.nodes[0]
    return _shown(request, found, here, _replied(request, here))


def _replied(request: Request, here: Node) -> Replied | None:
    """Return the reply that was chosen or typed, or None when the moment is shown (again)."""
    chosen, own = request.POST.get("reply", ""), request.POST.get("own", "").strip()
    if chosen == "own" and own:
        said = heard(own)
        return Replied(here, said.text, here.hear(said.labels), said)
    if chosen.isdecimal() and int(chosen) in range(len(here.replies)):
        reply = here.replies[int(chosen)]
        return Replied(here, reply.say, reply.effect)
    return None


def _shown(request: Request, scene: Scene, here: Node, replied: Replied | None) -> HttpResponse:
    node: Node | None = here
    end: End | None = None
    if replied:
        node, end = scene.node(replied.effect.to), scene.end(replied.effect.to)
    context = {
        "text": words("rehearsals"),
        "scene": scene,
        "replied": replied,
        "node": node,
        "end": end,
        "own": request.POST.get("own", "")[:LONGEST] if not replied else "",
        "longest": LONGEST,
        "most_learnt": MOST_LEARNT,
        "titles": rules().titles,
        "families": words("draft")["family"],
    }
    return render(request, "rehearsal/page.html", context)


def _kept(request: Request, scene: Scene) -> HttpResponse:
    learnt = request.POST.get("learnt", "").strip()[:MOST_LEARNT]
    if learnt:
        request.vault.put(Rehearsed(scene.name, timezone.now(), learnt))
    return redirect("rehearsals")
