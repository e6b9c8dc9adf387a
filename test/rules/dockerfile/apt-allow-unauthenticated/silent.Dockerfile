FROM debian:12
RUN apt-get install -y -o Dpkg::Options::=--force-confold -o APT::Get::AllowUnauthenticated=false a
RUN echo "deb [trusted=yes] https://example.com/debian stable main"
RUN echo "deb [signed-by=/k.gpg trusted=no] https://example.com/debian stable main" >> /etc/apt/sources.list
RUN sed -i 's/\[trusted=yes\] //' /etc/apt/sources.list && dpkg --allow-unauthenticated
