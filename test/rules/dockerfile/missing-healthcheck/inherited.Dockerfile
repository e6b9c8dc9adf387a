FROM debian:13 AS base
HEALTHCHECK CMD ["a"]
FROM base AS middle
FROM middle
CMD ["a"]
