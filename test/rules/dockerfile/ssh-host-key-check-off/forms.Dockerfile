FROM debian:12
ENV GIT_SSH_COMMAND="ssh -i /k -o StrictHostKeyChecking=no"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
RUN ssh -p 22 -oStrictHostKeyChecking=no a@example.com && scp -o "StrictHostKeyChecking no" x a@example.com:
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
#                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
RUN rsync -e "ssh -o StrictHostKeyChecking=no" a@example.com:/a /a
#                    ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
RUN echo "    StrictHostKeyChecking no" >> /etc/ssh/ssh_config
#             ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
RUN sed -i 's/#   StrictHostKeyChecking ask/    StrictHostKeyChecking no/' /etc/ssh/ssh_config
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
ENV ANSIBLE_HOST_KEY_CHECKING=False
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/ssh-host-key-check-off
