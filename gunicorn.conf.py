"""How gunicorn serves the service: `gunicorn --config gunicorn.conf.py`. Settings are in settings.py.

The application is loaded before the workers are forked, so that they share the pages of the model; files of
SQLite are opened after the fork. Threads let health checks be answered while the model works.
"""

import os
import signal
import sys

from gunicorn.http import message
from gunicorn.workers.base import Worker

from service.settings import InvalidSetting, from_environment

try:
    _settings = from_environment(os.environ)
except InvalidSetting as error:
    sys.exit(f"Error: {error}")  # any other exception would be told by a trace

wsgi_app = "service.cli:load_app()"
bind = (
    f"[{_settings.host}]:{_settings.port}" if ":" in _settings.host else f"{_settings.host}:{_settings.port}"
)
worker_class = "gthread"
workers = _settings.workers
threads = _settings.threads
preload_app = True
timeout = _settings.request_timeout_seconds
graceful_timeout = _settings.graceful_timeout_seconds
keepalive = 5  # seconds
# Bytes. gunicorn takes no more than its constant, and answers a longer line in HTML, which is no problem
# document; a search may name many countries and kinds.
limit_request_line = message.MAX_REQUEST_LINE = 65_536
accesslog = None
errorlog = "-"
control_socket_disable = True  # nothing is written outside the project's own files


def post_worker_init(worker: Worker) -> None:  # noqa: ARG001 (gunicorn's signature)
    """Leaves Ctrl-C to the arbiter, which tells the workers to stop.

    The terminal sends it to the workers too, and one that is told twice at once may wait for itself for good:
    its second handler wants the lock of the thread pool that its first one holds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
