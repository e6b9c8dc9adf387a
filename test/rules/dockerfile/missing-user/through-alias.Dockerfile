FROM debian:13 AS base
FROM base AS app
#    ^^^^ dockerfile/missing-user run as root, as those of `debian` do
COPY app /app
