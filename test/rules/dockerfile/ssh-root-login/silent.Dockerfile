FROM debian:12
RUN echo 'PermitRootLogin prohibit-password' >> /etc/ssh/sshd_config && echo "PermitRootLogin yes"
RUN grep -q 'PermitRootLogin yes' /etc/ssh/sshd_config; sed -i 's/PermitRootLogin yes/PermitRootLogin no/' /etc/ssh/sshd_config
