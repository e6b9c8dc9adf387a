FROM debian:12 AS base
RUN useradd -m -u 1234 app
USER app:app
#    ^^^ dockerfile/non-numeric-user
FROM base
RUN id
