FROM debian:12
RUN echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config && sed -ri 's/^#?PermitEmptyPasswords.*/PermitEmptyPasswords yes/' /etc/ssh/sshd_config
#         ^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-root-login
#                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-root-login
RUN sed -i 's/PermitRootLogin prohibit-password/PermitRootLogin\ yes/' /etc/ssh/sshd_config
#                                               ^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-root-login
CMD /usr/sbin/sshd -D -oPermitRootLogin=yes
#                     ^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-root-login
