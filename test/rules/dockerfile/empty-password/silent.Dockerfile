FROM debian:12
RUN passwd -l root && useradd -p '$6$x' app && useradd -p "$HASH" b && usermod -L c
RUN echo 'app::1' >> /etc/hosts && echo 'app:x:1' >> /etc/passwd && adduser --disabled-password d
