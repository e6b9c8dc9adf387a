FROM golang:1.26 AS build
RUN --mount=type=bind,from=later,target=/x true
#                          ^^^^^ dockerfile/copy-from-unknown-stage
FROM debian:13 AS run
COPY --from=buidl /a /
#           ^^^^^ dockerfile/copy-from-unknown-stage
COPY --from=2 /a /
#           ^ dockerfile/copy-from-unknown-stage
COPY --from=0 /a /
COPY --from=BUILD /a /
COPY --from=run /a /
COPY --from="missing" /a /
#           ^^^^^^^^^ dockerfile/copy-from-unknown-stage
COPY --from=nginx /a /
COPY --from=example/x /a /
COPY --from=scratch /a /
COPY --from=$X /a /
ONBUILD COPY --from=missing /a /
FROM debian:13 AS later
