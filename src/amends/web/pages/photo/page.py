"""One picture of the photo box, as it came, while the box is open."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from amends.practice import Photo
from amends.web.guard import Request
from amends.web.pages.photos.page import box_of

PATH = "photos/<id:photo_id>/"
PICTURE = "image"
"""What a browser says that it wants when a page shows a picture."""


def view(request: Request, photo_id: bytes) -> HttpResponse:
    """Answer with the picture; while the box is closed, or for a tab of its own, with the box."""
    now = timezone.localtime(timezone.now())
    box = box_of(request.vault, now)
    if photo_id.hex() not in {slip.photo for slip in box.slips}:
        raise Http404
    if not box.closes_at(now) or request.headers.get("Sec-Fetch-Dest", PICTURE) != PICTURE:
        return redirect("photos")
    photo = request.vault.get(Photo, photo_id).record
    return HttpResponse(photo.bytes, content_type=photo.media)
