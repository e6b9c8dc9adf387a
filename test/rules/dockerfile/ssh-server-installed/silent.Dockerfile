FROM fedora:42
RUN dnf install -y openssh openssh-clients && rpm -e openssh-server
FROM alpine:3.22
RUN apk add openssh-client openssh-keygen && sshd -t
CMD ["ssh", "a@example.com"]
