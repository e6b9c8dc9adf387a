FROM debian:13 AS Own
COPY --from=own /a /b
#           ^^^ dockerfile/copy-from-self
RUN --mount=from=OWN,target=/x true
#                ^^^ dockerfile/copy-from-self
FROM debian:13 AS own
COPY --from=own /a /b
FROM debian:13
COPY --from=third /a /b
