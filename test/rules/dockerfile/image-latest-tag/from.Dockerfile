FROM debian AS build
#    ^^^^^^ dockerfile/image-latest-tag has no tag
FROM --platform=linux/amd64 registry.example.com:5000/app
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag has no tag
FROM "nixos/nix:latest" as nix
#    ^^^^^^^^^^^^^^^^^^ dockerfile/image-latest-tag another one
FROM debian:13
FROM debian@sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb
FROM debian:latest@sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb
FROM BUILD
FROM scratch
