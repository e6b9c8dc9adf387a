FROM debian:12
RUN apt-get install -y wget curl && which wget && wget -q https://example.com/a
RUN echo curl
