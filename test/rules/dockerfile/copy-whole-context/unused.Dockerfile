FROM debian:13 AS build
COPY . .
FROM alpine:3.24
COPY --from=build . /app
COPY . 
