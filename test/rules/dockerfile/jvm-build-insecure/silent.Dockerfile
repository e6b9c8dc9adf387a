FROM maven:3.9
RUN mvn -Dmaven.wagon.http.ssl.insecure=false -Dmaven.wagon.http.ssl.insecure=$X package
ENV MAVEN_OPTS=-Xmx1g
RUN gradle --dependency-verification=strict build
