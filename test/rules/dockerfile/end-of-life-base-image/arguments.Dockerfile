ARG PYTHON=3.7
ARG SUITE=buster
FROM python:${PYTHON}-slim-${SUITE} AS build
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/end-of-life-base-image
RUN make
