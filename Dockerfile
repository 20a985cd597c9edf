# The environment and the gazetteer are built in the first stage; the second holds only what runs.
FROM python:3.11-slim-bookworm AS build
ENV PATH=/opt/venv/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
WORKDIR /opt/gazette
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY service service
RUN pip install --no-deps . && rm -rf service
ENV GAZETTEER_PATH=/opt/gazette/build/gazetteer.sqlite ARTICLES_URL=sqlite:////opt/gazette/build/articles.sqlite
RUN gazette gazetteer build && gazette articles import --samples

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home gazette
COPY --from=build /opt/venv /opt/venv
COPY --from=build --chown=gazette /opt/gazette/build /opt/gazette/build
COPY gunicorn.conf.py LICENSE NOTICE /opt/gazette/
WORKDIR /opt/gazette
ENV PATH=/opt/venv/bin:$PATH HOST=0.0.0.0 PORT=8000 PYTHONUNBUFFERED=1 TMPDIR=/dev/shm \
    GAZETTEER_PATH=/opt/gazette/build/gazetteer.sqlite ARTICLES_URL=sqlite:////opt/gazette/build/articles.sqlite
# By number, so that an orchestrator sees that it is not root. Nothing is written but to TMPDIR.
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/readyz', timeout=2)"]
CMD ["gazette", "serve"]
