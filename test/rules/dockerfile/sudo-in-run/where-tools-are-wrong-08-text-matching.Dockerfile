FROM debian:13
RUN apt-get install -y sudo vim && echo " sudo make" && usermod -aG sudo app
