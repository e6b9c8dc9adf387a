FROM debian:13 AS build
FROM scratch
COPY --from=0 / /
#             ^ dockerfile/copy-root-from-stage
COPY --from=build --link ["/", "/"]
#                         ^^^ dockerfile/copy-root-from-stage
COPY --from=build /. /app
COPY --from=build /bin / /
COPY / /
