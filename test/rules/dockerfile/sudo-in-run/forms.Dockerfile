FROM debian:12
RUN sudo -EH apt-get update && A=b sudo -u www-data make; (cd /x && sudo A=b make)
#   ^^^^ dockerfile/sudo-in-run
#                                  ^^^^ dockerfile/sudo-in-run
#                                                                   ^^^^ dockerfile/sudo-in-run
RUN echo x | sudo tee /etc/x > /dev/null
#            ^^^^ dockerfile/sudo-in-run
RUN ["sudo", "make"]
#     ^^^^ dockerfile/sudo-in-run
RUN bash -c '/usr/bin/sudo make' && xargs sudo rm < /list
#            ^^^^^^^^^^^^^ dockerfile/sudo-in-run
#                                         ^^^^ dockerfile/sudo-in-run
ONBUILD RUN sudo make
#           ^^^^ dockerfile/sudo-in-run
USER app
RUN sudo make
#   ^^^^ dockerfile/sudo-in-run
RUN sudo -v
#   ^^^^ dockerfile/sudo-in-run
