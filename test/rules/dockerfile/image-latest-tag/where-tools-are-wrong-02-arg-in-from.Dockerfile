ARG BASE=python:3.14@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
ARG IMAGE=alpine:latest
ARG N=1
FROM ${BASE} AS img1
FROM img${N} AS again
FROM $IMAGE
#    ^^^^^^ dockerfile/image-latest-tag
