"""What happens to every request before its page, and to every answer after it."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from amends.store import StoreError, Vault, end_all_sessions, resume_session
from amends.vault import VaultError
from amends.web import cookie, errors
from amends.web.sleep import Watch

Handler = Callable[[HttpRequest], HttpResponse]
METHODS = ("GET", "HEAD", "POST")


def kept_apart(get_response: Handler) -> Handler:
    """Let no other site load anything from here, so that none can find out that amends runs."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response

    return handle


def host_only(get_response: Handler) -> Handler:
    """Refuse every host but the names that are ours (DNS rebinding)."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.get_host()
        return get_response(request)

    return handle


def sealed_only(get_response: Handler) -> Handler:
    """Where other devices are served, refuse what came to the proxy in the clear."""

    def handle(request: HttpRequest) -> HttpResponse:
        if settings.ONLY_HTTPS and not request.is_secure():
            return errors.in_the_clear(request)
        return get_response(request)

    return handle


def usual_methods_only(get_response: Handler) -> Handler:
    """Refuse every method but those of links and forms."""

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return get_response(request)

    return handle


def same_origin_only(get_response: Handler) -> Handler:
    """Refuse a form that another site, or another port of this machine, sent here."""

    def handle(request: HttpRequest) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site", "none")
        if request.method not in ("GET", "HEAD") and site not in ("same-origin", "none"):
            return errors.forbidden(request)
        return get_response(request)

    return handle


def never_kept(get_response: Handler) -> Handler:
    """Tell the browser to keep no copy of a page, so that Back shows nothing once locked."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return handle


class clear_sentences:  # noqa: N801 - middleware reads like the functions beside it
    """Turn the errors that the rooms raise into a page with one clear sentence."""

    def __init__(self, get_response: Handler) -> None:
        """Keep the next handler."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a known error; leave an unknown one to Django."""
        if isinstance(error, RequestDataTooBig):
            return errors.too_long(request)
        if isinstance(error, StoreError | VaultError):
            return errors.clear(request, error)
        return None


def unlocked(get_response: Handler, watch: Watch | None = None) -> Handler:
    """Open the vault for this request when the browser carries its half of the key.

    After the machine slept, everything is locked first.
    """
    clocks = watch or Watch()

    def handle(request: HttpRequest) -> HttpResponse:
        try:
            if clocks.has_slept():
                end_all_sessions()
            request.vault = _vault_of(request)  # type: ignore[attr-defined]
        except (StoreError, VaultError) as error:
            return errors.clear(request, error)
        return get_response(request)

    return handle


def _vault_of(request: HttpRequest) -> Vault | None:
    carried = cookie.read(request)
    return resume_session(*carried, timezone.now()) if carried else None
