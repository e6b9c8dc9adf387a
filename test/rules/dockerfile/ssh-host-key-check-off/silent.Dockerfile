FROM debian:12
RUN ssh -o StrictHostKeyChecking=yes -o UserKnownHostsFile=/k a@example.com
RUN ssh-keyscan example.com >> /etc/ssh/ssh_known_hosts && echo "StrictHostKeyChecking no"
ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=accept-new"
