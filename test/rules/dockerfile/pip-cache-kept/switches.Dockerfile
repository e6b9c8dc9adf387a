FROM python:3.14 AS one
RUN pip install a
FROM python:3.14 AS two
RUN pip install a; PIP_NO_CACHE_DIR=no pip install a; pip3.12 install a; pip2 install a --no-cache-dir
#       ^^^^^^^ dockerfile/pip-cache-kept
#                                                             ^^^^^^^ dockerfile/pip-cache-kept
RUN pip install a && export PIP_NO_CACHE_DIR=off && pip install b
#       ^^^^^^^ dockerfile/pip-cache-kept
RUN pip install b; PIP_NO_CACHE_DIR= pip install b
#       ^^^^^^^ dockerfile/pip-cache-kept
#                                        ^^^^^^^ dockerfile/pip-cache-kept
RUN pip install a && rm -rf "$HOME/.cache" && sudo -H pip install b
#                                                         ^^^^^^^ dockerfile/pip-cache-kept
RUN --mount=type=cache,target=/pip PIP_CACHE_DIR=/pip pip install a
RUN --mount=type=cache,target=/pip pip install a
#                                      ^^^^^^^ dockerfile/pip-cache-kept
RUN python -m pip install . && pipx install a && uv pip install b && pip install $PIP_OPTS c
#                 ^^^^^^^ dockerfile/pip-cache-kept
RUN /venv/bin/pip install a; bash -c "pip install b"
#                 ^^^^^^^ dockerfile/pip-cache-kept
#                                         ^^^^^^^ dockerfile/pip-cache-kept
FROM two
ARG PIP_NO_CACHE_DIR=1
RUN pip install a
FROM two
RUN pip config set global.no-cache-dir true
RUN pip install a
