# syntax=docker/dockerfile:1.7-labs

# syntax=example/other
FROM debian:13
USER nobody
