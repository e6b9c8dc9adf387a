FROM "alpine:3.24" AS a
#    ^^^^^^^^^^^^^ dockerfile/unpinned-digest
FROM a
COPY --from=a /x /x
COPY --from=context /x /x
RUN --mount=type=bind,from=busybox:1,target=/b --mount=type=cache,target=/c true
#                          ^^^^^^^^^ dockerfile/unpinned-digest
