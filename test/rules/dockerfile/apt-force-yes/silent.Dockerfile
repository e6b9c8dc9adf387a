FROM debian:12
RUN apt-get install -y a --allow-downgrades; echo --force-yes; dpkg --force-yes
