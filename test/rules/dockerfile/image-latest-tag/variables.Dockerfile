ARG TAG=latest
ARG IMAGE="alpine"
ARG REGISTRY
ARG OPEN
FROM node:${TAG}
#    ^^^^^^^^^^^ dockerfile/image-latest-tag
FROM $IMAGE
#    ^^^^^^ dockerfile/image-latest-tag
FROM ${REGISTRY}/ubuntu
#    ^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
FROM $REGISTRY/$OPEN:latest
#    ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
FROM app:${OPEN:-latest}
#    ^^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag
FROM $OPEN
FROM app:$OPEN
FROM app-$OPEN
FROM ${OPEN}-slim
FROM ${REGISTRY}/app:${OPEN}
FROM ${REGISTRY}/app:1-${OPEN}
