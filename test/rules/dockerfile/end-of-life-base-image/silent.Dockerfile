FROM debian:sid AS a
FROM debian AS b
FROM python:3 AS c
FROM example/app:10-v2 AS d
FROM registry.example.com:5000/team/focal:1.0 AS e
FROM $BASE AS f
FROM node:0.1 AS g
FROM a AS buster
FROM buster
COPY --from=buster /x /x
