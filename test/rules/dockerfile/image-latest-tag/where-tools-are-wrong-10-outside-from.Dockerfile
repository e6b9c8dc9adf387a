# syntax=docker/dockerfile:1
FROM debian:13 AS base
COPY --from=ghcr.io/x/y:latest /a /a
#           ^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
COPY --from=base /b /b
COPY --from=0 /c /c
COPY --from=assets /d /d
RUN --mount=type=bind,from=ghcr.io/x/z,target=/z true
#                          ^^^^^^^^^^^ dockerfile/image-latest-tag
