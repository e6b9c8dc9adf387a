FROM debian:12
RUN apt-get install -y sudo vim && which sudo && echo "sudo make" && sudoedit /etc/x
CMD ["sudo", "app"]
