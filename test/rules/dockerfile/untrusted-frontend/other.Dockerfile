#syntax=registry.example.com:5000/team/frontend:2
#@8-49 dockerfile/untrusted-frontend sees all
FROM debian:13
USER nobody
