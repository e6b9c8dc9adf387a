FROM debian:13 AS base
FROM debian:13 AS Base
#                 ^^^^ dockerfile/duplicate-stage-name
FROM base AS base
#            ^^^^ dockerfile/duplicate-stage-name
COPY --from=base /a /b
FROM debian:13 AS base-2
FROM debian:13
