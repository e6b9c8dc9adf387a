FROM debian:13 AS build
FROM debian:13
COPY --from=build /a /a
COPY --from=0 /a /a
COPY --from=7 /a /a
COPY --from=assets /a /a
COPY --from=nginx /a /a
#           ^^^^^ dockerfile/image-latest-tag
COPY --from=ghcr.io/example/tool /a /a
#           ^^^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
COPY --from=nginx:1.29 /a /a
RUN --mount=type=bind,from=example/tools:latest,target=/t --mount=from=build,target=/b ls
#                          ^^^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
ONBUILD COPY --from=example/x /a /a
#                   ^^^^^^^^^ dockerfile/image-latest-tag
