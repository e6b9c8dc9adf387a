FROM archlinux:base
RUN sed -i 's/^SigLevel .*/SigLevel = Never/' /etc/pacman.conf
#                          ^^^^^^^^^^^^^^^^ dockerfile/package-signature-off
RUN printf '[x]\nSigLevel = TrustAll\n' >> /etc/pacman.conf
#                ^^^^^^^^^^^^^^^^^^^ dockerfile/package-signature-off
RUN flatpak remote-add --no-gpg-verify x https://example.com && dpkg --force-bad-verify -i a.deb
#                      ^^^^^^^^^^^^^^^ dockerfile/package-signature-off
#                                                                    ^^^^^^^^^^^^^^^^^^ dockerfile/package-signature-off
RUN nix-env --option require-sigs false -i x || true
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/package-signature-off
RUN mkdir -p /etc/nix && echo "require-sigs = false" >> /etc/nix/nix.conf
#                              ^^^^^^^^^^^^^^^^^^^^ dockerfile/package-signature-off
