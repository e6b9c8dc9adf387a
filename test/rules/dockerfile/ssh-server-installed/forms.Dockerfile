FROM alpine:3.22
RUN apk --no-cache add openssh~9 git && apk add dropbear
#                      ^^^^^^^^^ dockerfile/ssh-server-installed
#                                               ^^^^^^^^ dockerfile/ssh-server-installed
FROM debian:12
RUN apt-get install -y ssh
#                      ^^^ dockerfile/ssh-server-installed
ENTRYPOINT service x start && exec /usr/sbin/sshd -D
#                                  ^^^^^^^^^^^^^^ dockerfile/ssh-server-installed
