# syntax = docker.io/docker/dockerfile:latest // newest
#@11-45 dockerfile/untrusted-frontend whatever version
FROM debian:13
USER nobody
