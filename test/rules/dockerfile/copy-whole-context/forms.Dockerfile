FROM debian:13 AS base
COPY . /app
#    ^ dockerfile/copy-whole-context
ADD ./ /app
#   ^^ dockerfile/copy-whole-context
COPY a * /app/
#      ^ dockerfile/copy-whole-context
FROM base
COPY [".", "/app"]
#     ^^^ dockerfile/copy-whole-context
ONBUILD COPY . /app
COPY ./src /app
