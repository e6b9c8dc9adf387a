FROM debian:13 AS scratch
#                 ^^^^^^^ dockerfile/reserved-stage-name
FROM scratch
COPY --from=scratch /a /b
FROM debian:13 AS CONTEXT
#                 ^^^^^^^ dockerfile/reserved-stage-name
FROM debian:13 AS context-stage
