"""One picture of a memory: one's own, or one that the other has shown."""

from django.http import Http404, HttpResponse

from amends.web.ours import SharedRequest
from amends.web.remembering import picture_of

PATH = "memories/picture/"
TOOL = "memories"


def view(request: SharedRequest) -> HttpResponse:
    """Answer with the picture; which one is asked for by its id, and not by any name."""
    asked = request.GET.get("of", "")
    try:
        picture = picture_of(request.ours.space, bytes.fromhex(asked))
    except ValueError:
        raise Http404 from None
    return HttpResponse(picture.bytes, content_type=picture.media)
