FROM debian:13
FROM debian:13 AS named
COPY --from=0 /a /b
#           ^ dockerfile/unnamed-stage
FROM debian:13
RUN --mount=from=0,target=/x --mount=from=1,target=/y true
#                ^ dockerfile/unnamed-stage
#                                         ^ dockerfile/unnamed-stage
COPY --from="1" /a /b
#           ^^^ dockerfile/unnamed-stage
COPY --from=2 /a /b
COPY --from=named /a /b
FROM debian:13 AS 0
FROM debian:13
COPY --from=0 /a /b
