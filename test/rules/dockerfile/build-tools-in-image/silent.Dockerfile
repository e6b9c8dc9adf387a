FROM rust:1 AS build
RUN apt-get install -y build-essential && cargo build
FROM debian:13
RUN apt-get install -y gcc && make && apt-get purge -y gcc && apt-get install -y libgcc-s1 makepasswd
RUN yum install -y gcc && make && yum remove -y gcc
COPY --from=build /app /app
