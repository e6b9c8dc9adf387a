FROM debian:13 AS one
FROM debian:13 as one
#                 ^^^ dockerfile/duplicate-stage-name
FROM debian:13
COPY --from=0 /a /b
COPY --from=1 /a /b
ARG NAME=one
RUN --mount=from=$NAME,target=/x true
