# syntax=docker/dockerfile:latest
#@9-33 dockerfile/untrusted-frontend
FROM debian:13
