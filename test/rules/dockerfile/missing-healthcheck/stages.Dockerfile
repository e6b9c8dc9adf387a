FROM debian:13 AS build
FROM scratch AS files
COPY --from=build /a /
FROM debian:13
#    ^^^^^^^^^ dockerfile/missing-healthcheck
CMD ["a"]
