FROM debian:12
RUN passwd -l app && which chpasswd && apt-get install -y chpasswd && cat /usr/sbin/chpasswd
RUN --mount=type=secret,id=p passwd -S app
