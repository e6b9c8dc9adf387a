FROM ubuntu:bionic AS a
#           ^^^^^^ dockerfile/end-of-life-base-image
FROM docker.io/library/node:lts-gallium-slim AS b
#                           ^^^^^^^^^^^ dockerfile/end-of-life-base-image
FROM mcr.microsoft.com/dotnet/sdk:5.0-focal AS c
#                                 ^^^ dockerfile/end-of-life-base-image
#                                     ^^^^^ dockerfile/end-of-life-base-image
FROM registry.access.redhat.com/ubi7/ubi-minimal:7.9 AS d
#                               ^^^^ dockerfile/end-of-life-base-image
FROM nvidia/cuda:11.0-base-ubuntu18.04 AS e
#                          ^^^^^^^^^^^ dockerfile/end-of-life-base-image
FROM gcr.io/distroless/base-debian10 AS f
#                           ^^^^^^^^ dockerfile/end-of-life-base-image
FROM php:7 AS g
#        ^ dockerfile/end-of-life-base-image
FROM redis:8.0 AS h
#          ^^^ dockerfile/end-of-life-base-image
FROM --platform=linux/amd64 "debian:10.13"
#                           ^^^^^^^^^^^^^^ dockerfile/end-of-life-base-image
COPY --from=composer:1 /usr/bin/composer /usr/bin/
#                    ^ dockerfile/end-of-life-base-image
