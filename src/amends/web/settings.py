"""Django's settings; the data folder and the database alone come from the environment."""

import hashlib
import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from tzlocal import get_localzone_name

from amends.store import data_folder, database

HERE = Path(__file__).parent

DATA_FOLDER = data_folder()
INSTANCE = hashlib.sha256(str(DATA_FOLDER.resolve()).encode()).hexdigest()[:8]
DATABASES = {"default": database(DATA_FOLDER, os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signs the forms' tokens only; made anew at every start, so nothing needs to be kept.
SECRET_KEY = secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# `hosted` changes these two, and the names above and below, when other devices are served.
SERVES_OTHERS = False
ONLY_HTTPS = False

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "amends.store",
    "amends.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "amends.web.middleware.kept_apart",
    "amends.web.middleware.host_only",
    "amends.web.middleware.sealed_only",
    "amends.web.middleware.usual_methods_only",
    "amends.web.middleware.same_origin_only",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "amends.web.middleware.never_kept",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "amends.web.middleware.clear_sentences",
    "amends.web.middleware.unlocked",
    "amends.web.ours.in_step",
    "amends.web.fading.faded",
    "amends.web.at_once.answered_at_once",
]
ROOT_URLCONF = "amends.web.urls"
WSGI_APPLICATION = "amends.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", HERE / "pages"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csrf",
                "amends.web.context.every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "amends.web.templatetags.words",
            ],
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [("amends", HERE / "static" / "web")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_TZ = True
TIME_ZONE = get_localzone_name()
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# Cookies ignore ports: each data folder has names of its own.
KEY_COOKIE = f"notes_{INSTANCE}"
WAY_COOKIE = f"notes_way_{INSTANCE}"
LEFT_COOKIE = f"notes_left_{INSTANCE}"
SAID_COOKIE = f"notes_said_{INSTANCE}"
CSRF_COOKIE_NAME = f"notes_form_{INSTANCE}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "amends.web.errors.form_expired"

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer a form says Origin: null
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# What a person typed stays in memory; `uploads` says how large files may be.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["amends.web.uploads.InMemory"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20_000  # a folder with years of pictures beside the chat

# A log line says which page and which kind of error; never a value, an address or a message.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"bare": {"()": "amends.web.errors.BareFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
